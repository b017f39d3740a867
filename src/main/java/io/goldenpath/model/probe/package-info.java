/** A journey against a target, and what its users do. */
@NullMarked
package io.goldenpath.model.probe;

import org.jspecify.annotations.NullMarked;
