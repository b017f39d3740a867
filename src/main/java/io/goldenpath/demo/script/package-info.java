/** What the platform and its agents send on a connection, step by step. */
@NullMarked
package io.goldenpath.demo.script;

import org.jspecify.annotations.NullMarked;
