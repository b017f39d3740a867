package io.goldenpath.model.regression;

import io.goldenpath.model.probe.ProbeId;

/**
 * Listener of all changes of baselines and of open regressions. Called on the thread of the run;
 * one that throws is logged and hurts nobody else, and none may block.
 */
@FunctionalInterface
public interface RegressionListener {

  void changed(ProbeId probe, RegressionState state);
}
