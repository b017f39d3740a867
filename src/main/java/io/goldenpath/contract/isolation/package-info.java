/** The joint judgement of all users of a run: who received what belongs to another. */
@NullMarked
package io.goldenpath.contract.isolation;

import org.jspecify.annotations.NullMarked;
