/** A document taken apart, or two beside each other, for somebody who asks why. */
@NullMarked
package io.ghirbal.report.explain;

import org.jspecify.annotations.NullMarked;
