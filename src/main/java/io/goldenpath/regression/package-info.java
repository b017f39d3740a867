/** What changed against the learned baseline, since when, and since which release. */
@NullMarked
package io.goldenpath.regression;

import org.jspecify.annotations.NullMarked;
