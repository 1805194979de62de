CREATE TABLE lab_attempt (
  lab_attempt_id TEXT PRIMARY KEY,
  candidate_id TEXT NOT NULL,
  lab_id TEXT NOT NULL,
  seed TEXT NOT NULL,
  started_at BIGINT NOT NULL,
  body TEXT NOT NULL
);

CREATE INDEX lab_attempt_by_candidate ON lab_attempt (candidate_id, started_at);

CREATE TABLE lab_event (
  lab_attempt_id TEXT NOT NULL,
  sequence BIGINT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('checked', 'hint')),
  at BIGINT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (lab_attempt_id, sequence)
);
