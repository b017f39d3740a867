package io.goldenpath.web;

/** A run that was asked for has begun. */
record StartedJson(String id) {}
