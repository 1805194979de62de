CREATE TABLE dispute (
  dispute_id TEXT PRIMARY KEY,
  candidate_id TEXT NOT NULL,
  item_id TEXT NOT NULL,
  state TEXT NOT NULL,
  raised_at BIGINT NOT NULL,
  body TEXT NOT NULL
);

CREATE INDEX dispute_by_candidate ON dispute (candidate_id, raised_at);

CREATE INDEX dispute_by_age ON dispute (raised_at, dispute_id);
