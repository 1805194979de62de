CREATE TABLE item_version (
  version TEXT PRIMARY KEY,
  item_id TEXT NOT NULL,
  exam_code TEXT NOT NULL,
  body TEXT NOT NULL
);

CREATE TABLE form (
  form_id TEXT PRIMARY KEY,
  exam_code TEXT NOT NULL,
  body TEXT NOT NULL
);

CREATE TABLE attempt (
  attempt_id TEXT PRIMARY KEY,
  candidate_id TEXT NOT NULL,
  exam_code TEXT NOT NULL,
  mode TEXT NOT NULL,
  form_id TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'closed')),
  started_at BIGINT NOT NULL,
  close_at BIGINT,
  closed_at BIGINT,
  closed_by TEXT,
  time_multiplier DOUBLE PRECISION NOT NULL,
  event_count BIGINT NOT NULL,
  report TEXT
);

CREATE INDEX attempt_by_candidate ON attempt (candidate_id, started_at);

CREATE INDEX attempt_to_close ON attempt (state, close_at);

CREATE TABLE attempt_item (
  attempt_id TEXT NOT NULL,
  position BIGINT NOT NULL,
  item_id TEXT NOT NULL,
  item_version TEXT NOT NULL,
  scored BIGINT NOT NULL,
  correct BIGINT,
  PRIMARY KEY (attempt_id, position)
);

CREATE TABLE attempt_event (
  attempt_id TEXT NOT NULL,
  number BIGINT NOT NULL,
  kind TEXT NOT NULL,
  at BIGINT NOT NULL,
  client_token TEXT,
  body TEXT NOT NULL,
  PRIMARY KEY (attempt_id, number)
);

CREATE UNIQUE INDEX attempt_event_by_token ON attempt_event (attempt_id, client_token);

CREATE TABLE response (
  attempt_id TEXT NOT NULL,
  position BIGINT NOT NULL,
  sequence BIGINT NOT NULL,
  body TEXT NOT NULL,
  flagged BIGINT NOT NULL,
  saved_at BIGINT NOT NULL,
  PRIMARY KEY (attempt_id, position)
);

CREATE TABLE saved_route (
  saved_route_id TEXT PRIMARY KEY,
  candidate_id TEXT NOT NULL,
  saved_at BIGINT NOT NULL,
  body TEXT NOT NULL
);

CREATE INDEX saved_route_by_candidate ON saved_route (candidate_id, saved_at);
