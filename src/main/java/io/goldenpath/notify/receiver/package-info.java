/** Those who are told: one class for each service, on one client. */
@NullMarked
package io.goldenpath.notify.receiver;

import org.jspecify.annotations.NullMarked;
