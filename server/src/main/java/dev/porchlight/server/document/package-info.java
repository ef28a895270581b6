/** The API described for programs: the OpenAPI document, and the Postman collection that is made of it. */
@NullMarked
package dev.porchlight.server.document;

import org.jspecify.annotations.NullMarked;
