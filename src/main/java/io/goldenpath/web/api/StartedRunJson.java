package io.goldenpath.web.api;

/** A run that was asked for has begun. */
record StartedRunJson(String id) {}
