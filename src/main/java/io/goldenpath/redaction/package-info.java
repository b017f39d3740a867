/**
 * Takes secrets out of texts before they are kept or shown, and what a terminal would obey;
 * searches many strings at once.
 */
@NullMarked
package io.goldenpath.redaction;

import org.jspecify.annotations.NullMarked;
