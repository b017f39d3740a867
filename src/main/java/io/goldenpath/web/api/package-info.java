/** The JSON API of targets, probes and runs; problems as RFC 9457 has them. */
@NullMarked
package io.goldenpath.web.api;

import org.jspecify.annotations.NullMarked;
