/** What a contract promises of a run's events, as settings write it. */
@NullMarked
package io.goldenpath.contract.definition;

import org.jspecify.annotations.NullMarked;
