/** The alert rules over simulated monitors: each rule in every situation. */
@NullMarked
package io.goldenpath.alerts;

import org.jspecify.annotations.NullMarked;
