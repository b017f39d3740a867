/** Users of the demo platform, and what its agents send them, step by step. */
@NullMarked
package io.goldenpath.demo.script;

import org.jspecify.annotations.NullMarked;
