package io.goldenpath.settings.reader;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.dialect.Dialect;
import io.goldenpath.model.probe.Probe;

/**
 * What belongs together to make a journey.
 *
 * @param probe What is tried, and against whom.
 * @param dialect How its frames are read.
 * @param contract What its runs promise.
 */
public record ProbeSetup(Probe probe, Dialect dialect, Contract contract) {}
