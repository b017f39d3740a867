-- Outages of probes. details: the whole incident as JSON; ended_at is null while it is open.
CREATE TABLE goldenpath.incidents (
  id VARCHAR(64) PRIMARY KEY,
  target VARCHAR(63) NOT NULL,
  journey VARCHAR(32) NOT NULL,
  started_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  ended_at TIMESTAMP(6) WITH TIME ZONE,
  details VARCHAR NOT NULL
);

CREATE INDEX incidents_by_time ON goldenpath.incidents (started_at DESC, id DESC);

-- The last runs of a probe of which one may turn out to be the first of an incident, as JSON.
CREATE TABLE goldenpath.incident_suspects (
  target VARCHAR(63) NOT NULL,
  journey VARCHAR(32) NOT NULL,
  runs VARCHAR NOT NULL,
  PRIMARY KEY (target, journey)
);

-- One row: since when incidents are kept.
CREATE TABLE goldenpath.incidents_kept (
  began_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
