/** An agent platform to watch on first sight and in every test, with faults that have names. */
@NullMarked
package io.goldenpath.demo;

import org.jspecify.annotations.NullMarked;
