/** The judgement of one user's connection, and the rules that a finished run is held against. */
@NullMarked
package io.goldenpath.contract.rules;

import org.jspecify.annotations.NullMarked;
