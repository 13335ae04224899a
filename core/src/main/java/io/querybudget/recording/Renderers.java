package io.querybudget.recording;

/** Knows the frames of what turns objects into text: serializers, templates and the views of web frameworks. */
final class Renderers {

    private static final NamePrefixes CLASSES = new NamePrefixes(
            "com.fasterxml.jackson.databind.ser.",
            "tools.jackson.databind.ser.",
            "org.eclipse.yasson.internal.serializer.",
            "org.glassfish.jaxb.runtime.v2.runtime.MarshallerImpl",
            "org.springframework.web.servlet.view.",
            "org.thymeleaf.",
            "freemarker.core.",
            "com.samskivert.mustache.",
            "gg.jte.",
            "io.pebbletemplates.",
            "org.apache.jasper.runtime.",
            "com.sun.faces.lifecycle.RenderResponsePhase",
            "org.apache.myfaces.lifecycle.RenderResponseExecutor");

    private Renderers() {}

    static boolean isFrameOf(StackTraceElement frame) {
        return CLASSES.begin(frame.getClassName())
                || (frame.getClassName().equals("com.google.gson.Gson")
                        && frame.getMethodName().equals("toJson"));
    }
}
