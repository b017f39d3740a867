/** The journeys: straight-line code on virtual threads that walks a path as a user would. */
@NullMarked
package io.goldenpath.journey;

import org.jspecify.annotations.NullMarked;
