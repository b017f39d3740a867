package io.goldenpath.web;

import java.util.List;

/** Runs, newest first. */
record RunsJson(List<RunSummaryJson> runs) {}
