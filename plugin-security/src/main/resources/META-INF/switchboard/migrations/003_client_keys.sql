-- The public keys by which clients sign what they authenticate with. created_by is the correlation id of the call that added one.
CREATE TABLE oauth_client_key (
  client_id VARCHAR(64) NOT NULL REFERENCES oauth_client (id) ON DELETE CASCADE,
  id VARCHAR(100) NOT NULL,
  algorithm VARCHAR(8) NOT NULL,
  public_key VARCHAR(1500) NOT NULL,
  created_at TIMESTAMP WITH TIME ZONE NOT NULL,
  created_by VARCHAR(64) NOT NULL,
  PRIMARY KEY (client_id, id)
);
-- What they have authenticated with, until it would end anyway; digest is of its id.
CREATE TABLE oauth_used_assertion (
  client_id VARCHAR(64) NOT NULL,
  digest CHAR(64) NOT NULL,
  expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY (client_id, digest)
);
CREATE INDEX oauth_used_assertion_expires ON oauth_used_assertion (expires_at);
