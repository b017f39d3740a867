/** Results of probes as blackbox_exporter would tell them, at {@code /probe}. */
@NullMarked
package io.goldenpath.web.probe;

import org.jspecify.annotations.NullMarked;
