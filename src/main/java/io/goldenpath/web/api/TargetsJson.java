package io.goldenpath.web.api;

import java.util.List;

/** All that is watched, worst first. */
record TargetsJson(List<TargetJson> targets) {}
