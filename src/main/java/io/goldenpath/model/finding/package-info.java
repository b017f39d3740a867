/** What can be found of a run: kinds, severities, steps, and the evidence. */
@NullMarked
package io.goldenpath.model.finding;

import org.jspecify.annotations.NullMarked;
