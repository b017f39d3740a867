/** Faults with names, where they take effect, and which are switched on. */
@NullMarked
package io.goldenpath.demo.fault;

import org.jspecify.annotations.NullMarked;
