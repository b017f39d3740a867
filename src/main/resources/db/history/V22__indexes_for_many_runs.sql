-- Each statement may be repeated: H2 keeps those before one at which the monitor was killed.

-- Runs that have transcripts: retention looks for the oldest of them, and very many runs have none.
CREATE TABLE IF NOT EXISTS goldenpath.transcript_runs (
  run VARCHAR(64) PRIMARY KEY REFERENCES goldenpath.runs (id) ON DELETE CASCADE,
  passed BOOLEAN NOT NULL,
  started_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);

INSERT INTO goldenpath.transcript_runs
SELECT runs.id, runs.outcome = 'passed', runs.started_at
FROM goldenpath.transcripts JOIN goldenpath.runs ON runs.id = transcripts.run
WHERE transcripts.part = 0 AND NOT EXISTS (
  SELECT 1 FROM goldenpath.transcript_runs known WHERE known.run = transcripts.run
);

CREATE INDEX IF NOT EXISTS transcript_runs_by_time
  ON goldenpath.transcript_runs (passed, started_at);

-- Runs of one probe that had one outcome, which may be a few among very many.
CREATE INDEX IF NOT EXISTS runs_by_probe_and_outcome
  ON goldenpath.runs (probe, outcome, started_at DESC, id DESC);
