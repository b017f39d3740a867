/** Faults beyond those that the demo ships with, by the place where they show. */
@NullMarked
package io.goldenpath.catalogue.fault;

import org.jspecify.annotations.NullMarked;
