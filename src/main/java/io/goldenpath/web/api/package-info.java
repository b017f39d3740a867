/** The JSON API: targets, probes, runs. */
@NullMarked
package io.goldenpath.web.api;

import org.jspecify.annotations.NullMarked;
