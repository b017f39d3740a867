/** Servers written for Node.js, as processes that tests start and own. */
@NullMarked
package io.goldenpath.node;

import org.jspecify.annotations.NullMarked;
