/** Baselines, open regressions and release markers in the history's database. */
@NullMarked
package io.goldenpath.regression.storage;

import org.jspecify.annotations.NullMarked;
