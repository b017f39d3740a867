/** GraphQL subscriptions of real servers, watched as an operator would. */
@NullMarked
package io.goldenpath.platforms.graphql;

import org.jspecify.annotations.NullMarked;
