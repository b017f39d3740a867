package io.goldenpath.web.api;

import io.goldenpath.history.RunSummaryJson;
import java.util.List;

/** Runs, newest first. */
record RunsJson(List<RunSummaryJson> runs) {}
