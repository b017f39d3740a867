package io.goldenpath.settings.reader;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.dialect.Dialect;
import io.goldenpath.model.probe.Probe;

/** A probe, the dialect of its frames, and the contract of its runs. */
public record ProbeSetup(Probe probe, Dialect dialect, Contract contract) {}
