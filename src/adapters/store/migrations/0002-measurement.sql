CREATE TABLE calibration_run (
  exam_code TEXT NOT NULL,
  version BIGINT NOT NULL,
  at BIGINT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (exam_code, version)
);

CREATE TABLE item_parameters (
  exam_code TEXT NOT NULL,
  version BIGINT NOT NULL,
  item_id TEXT NOT NULL,
  item_hash TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('uncalibrated', 'provisional', 'operational', 'held')),
  body TEXT NOT NULL,
  PRIMARY KEY (exam_code, version, item_id)
);

CREATE TABLE prediction (
  prediction_id TEXT PRIMARY KEY,
  candidate_id TEXT NOT NULL,
  exam_code TEXT NOT NULL,
  made_at BIGINT NOT NULL,
  model TEXT NOT NULL,
  probability DOUBLE PRECISION NOT NULL,
  low DOUBLE PRECISION NOT NULL,
  high DOUBLE PRECISION NOT NULL,
  body TEXT NOT NULL
);

CREATE INDEX prediction_by_exam ON prediction (exam_code, candidate_id, made_at);

CREATE TABLE reported_outcome (
  outcome_id TEXT PRIMARY KEY,
  candidate_id TEXT NOT NULL,
  exam_code TEXT NOT NULL,
  taken_on TEXT NOT NULL,
  passed BIGINT NOT NULL,
  scaled_score BIGINT,
  reported_at BIGINT NOT NULL
);

CREATE INDEX reported_outcome_by_exam ON reported_outcome (exam_code, candidate_id);

CREATE INDEX attempt_by_exam ON attempt (exam_code, state);
