/** YAML to validated, immutable targets and probes; every mistake is explained, all at once. */
@NullMarked
package io.goldenpath.settings;

import org.jspecify.annotations.NullMarked;
