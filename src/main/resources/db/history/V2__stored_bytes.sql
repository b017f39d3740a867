-- What runs and transcripts take, kept by whoever writes or deletes them: adding it up takes minutes.
CREATE TABLE goldenpath.stored_bytes (
  bytes BIGINT NOT NULL
);

INSERT INTO goldenpath.stored_bytes
SELECT COALESCE(SUM(OCTET_LENGTH(details) + 500), 0)
  + (SELECT COALESCE(SUM(OCTET_LENGTH(frames)), 0) FROM goldenpath.transcripts)
FROM goldenpath.runs;

CREATE INDEX aggregates_by_time ON goldenpath.aggregates (span_seconds, starts_at);
