package dev.porchlight.reference.sample;

import dev.porchlight.reference.request.Body;
import dev.porchlight.reference.request.Part;
import java.util.ArrayList;
import java.util.List;

/** A multipart body written out (RFC 7578), for what a client's own forms cannot say. */
record Written(String boundary, List<Piece> pieces) {
    private static final String BOUNDARY = "porchlight-7MA4YWxkTrZu0gW";

    static Written of(Body.Multipart body) {
        String boundary = boundary(body);
        List<Piece> pieces = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (Part part : body.parts()) {
            text.append("--").append(boundary).append("\r\n").append(head(part));
            switch (part) {
                case Part.Text field -> text.append(field.value());
                case Part.File file when file.path().isEmpty() -> {}
                case Part.File file -> {
                    pieces.add(new Piece.Text(text.toString()));
                    pieces.add(new Piece.File(file.path()));
                    text.setLength(0);
                }
            }
            text.append("\r\n");
        }
        pieces.add(new Piece.Text(
                text.append("--").append(boundary).append("--\r\n").toString()));
        return new Written(boundary, pieces);
    }

    private static String head(Part part) {
        String type = part.contentType().isEmpty() ? "" : "Content-Type: " + part.contentType() + "\r\n";
        return "Content-Disposition: " + disposition(part) + "\r\n" + type + "\r\n";
    }

    static String disposition(Part part) {
        String file = part instanceof Part.File named ? "; filename=\"" + name(named.fileName()) + "\"" : "";
        return "form-data; name=\"" + name(part.name()) + "\"" + file;
    }

    /** As browsers do it: a quote or a line end would end the name. */
    private static String name(String name) {
        return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    /** One that no value has in it. */
    private static String boundary(Body.Multipart body) {
        String boundary = BOUNDARY;
        int next = 0;
        while (occurs(boundary, body)) {
            boundary = BOUNDARY + next;
            next++;
        }
        return boundary;
    }

    private static boolean occurs(String boundary, Body.Multipart body) {
        return body.parts().stream()
                .anyMatch(part -> part instanceof Part.Text text && text.value().contains(boundary));
    }
}
