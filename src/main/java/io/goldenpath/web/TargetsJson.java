package io.goldenpath.web;

import java.util.List;

/** All that is watched, worst first. */
record TargetsJson(List<TargetJson> targets) {}
