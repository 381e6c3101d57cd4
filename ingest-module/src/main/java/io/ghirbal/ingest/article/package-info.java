/** The stored articles, the rejected documents and the runs that met them. */
@NullMarked
package io.ghirbal.ingest.article;

import org.jspecify.annotations.NullMarked;
