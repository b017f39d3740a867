/** Bound keys to validated, immutable targets and probes. */
@NullMarked
package io.goldenpath.settings.reader;

import org.jspecify.annotations.NullMarked;
