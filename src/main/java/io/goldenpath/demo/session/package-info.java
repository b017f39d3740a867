/** What all connections share: who is connected, and what was asked before. */
@NullMarked
package io.goldenpath.demo.session;

import org.jspecify.annotations.NullMarked;
