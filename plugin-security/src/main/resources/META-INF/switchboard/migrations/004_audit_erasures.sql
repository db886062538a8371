-- Erasures that every node makes in its own audit. The one row of the count gives places in the order of commits, as that of revocations
-- does. act is the correlation id of the call that asked for it, origin the node that has done it already.
CREATE TABLE audit_erasure_count (
  id INTEGER NOT NULL PRIMARY KEY,
  latest BIGINT NOT NULL
);
INSERT INTO audit_erasure_count (id, latest) VALUES (1, 0);
CREATE TABLE audit_erasure (
  act VARCHAR(64) NOT NULL PRIMARY KEY,
  place BIGINT NOT NULL,
  customer_id VARCHAR(100) NOT NULL,
  origin VARCHAR(36) NOT NULL,
  erased_at TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE UNIQUE INDEX audit_erasure_place ON audit_erasure (place);
CREATE INDEX audit_erasure_at ON audit_erasure (erased_at);
