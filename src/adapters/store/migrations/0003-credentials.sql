CREATE TABLE credential (
  credential_id TEXT PRIMARY KEY,
  candidate_id TEXT NOT NULL,
  award_key TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('active', 'suspended', 'revoked')),
  state_reason TEXT,
  state_at BIGINT,
  status_list BIGINT,
  status_index BIGINT,
  version BIGINT NOT NULL,
  revision BIGINT NOT NULL,
  valid_until BIGINT,
  award TEXT NOT NULL
);

CREATE UNIQUE INDEX credential_by_award ON credential (award_key);

CREATE INDEX credential_by_candidate ON credential (candidate_id, credential_id);

CREATE TABLE credential_document (
  credential_id TEXT NOT NULL,
  version BIGINT NOT NULL,
  signed_at BIGINT NOT NULL,
  document TEXT NOT NULL,
  PRIMARY KEY (credential_id, version)
);

CREATE TABLE status_entry (
  list BIGINT NOT NULL,
  place BIGINT NOT NULL,
  revoked BIGINT NOT NULL,
  PRIMARY KEY (list, place)
);

CREATE TABLE issuance_log (
  sequence BIGINT PRIMARY KEY,
  at BIGINT NOT NULL,
  event TEXT NOT NULL,
  subject TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL
);

CREATE TABLE issuance_head (
  log BIGINT PRIMARY KEY,
  sequence BIGINT NOT NULL,
  hash TEXT NOT NULL
);

INSERT INTO issuance_head (log, sequence, hash)
VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

CREATE TABLE wallet_offer (
  offer_id TEXT PRIMARY KEY,
  credential_id TEXT NOT NULL,
  channel TEXT NOT NULL,
  code_hash TEXT NOT NULL,
  token_hash TEXT,
  step BIGINT NOT NULL,
  expires_at BIGINT NOT NULL
);

CREATE INDEX wallet_offer_by_code ON wallet_offer (code_hash);

CREATE INDEX wallet_offer_by_token ON wallet_offer (token_hash);
