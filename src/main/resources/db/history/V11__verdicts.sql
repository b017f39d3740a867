-- What was believed of a probe after its last run that was written with it, as JSON.
ALTER TABLE goldenpath.probes ADD COLUMN verdict VARCHAR;
