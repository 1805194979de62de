CREATE TABLE item_release (
  exam_code TEXT NOT NULL,
  item_id TEXT NOT NULL,
  at BIGINT NOT NULL,
  body TEXT NOT NULL
);

CREATE INDEX item_release_by_exam ON item_release (exam_code, at);
