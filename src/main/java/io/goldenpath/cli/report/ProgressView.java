package io.goldenpath.cli.report;

/** Where a run in progress is shown. */
interface ProgressView {

  /** Called several times a second while the run goes on. */
  void show(RunProgress progress);

  /** The run has ended. */
  void clear();
}
