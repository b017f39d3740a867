-- Each statement may be repeated: H2 keeps those before one at which the monitor was killed.

-- Messages that wait for their receiver, as JSON; lower numbers are told first.
CREATE TABLE IF NOT EXISTS goldenpath.notices (
  number BIGINT PRIMARY KEY,
  details VARCHAR NOT NULL
);

-- Who has been told what of an incident that is not over for them, as JSON.
CREATE TABLE IF NOT EXISTS goldenpath.notice_ledger (
  incident VARCHAR(64) PRIMARY KEY,
  details VARCHAR NOT NULL
);
