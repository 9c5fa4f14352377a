/** What leaves the process about what it does, logs and spans, without numbers and without people. */
@NullMarked
package org.trackno.telemetry;

import org.jspecify.annotations.NullMarked;
