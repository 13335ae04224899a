package io.querybudget.report;

import io.querybudget.CallSite;
import io.querybudget.Finding;
import io.querybudget.SuiteSummary;
import io.querybudget.SuiteSummary.Recurrence;
import io.querybudget.SuiteSummary.Stale;
import io.querybudget.TestSummary;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes what a suite executed as XML, for programs to read: each test, each finding, each role that was not exercised. */
public final class SuiteFile {

    private SuiteFile() {}

    /**
     * Writes the file and the folders it lies in.
     *
     * @throws IOException if it cannot be written
     */
    public static void write(SuiteSummary suite, Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            xml.writeStartDocument();
            xml.writeStartElement("querybudget");
            for (TestSummary test : suite.tests()) {
                write(test, xml);
            }
            for (Recurrence recurrence : suite.findings()) {
                write(recurrence, xml);
            }
            for (String role : suite.unexercised()) {
                xml.writeEmptyElement("unexercised");
                xml.writeAttribute("role", role);
            }
            for (Stale stale : suite.staleAllowances()) {
                xml.writeEmptyElement("stale-allowance");
                xml.writeAttribute("finding", stale.allowance().finding());
                xml.writeAttribute("tests", String.join(", ", stale.tests()));
            }
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException failure) {
            throw new IOException(failure);
        }
    }

    private static void write(TestSummary test, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("test");
        xml.writeAttribute("class", test.testClass());
        xml.writeAttribute("name", test.name());
        xml.writeAttribute("statements", String.valueOf(test.statements()));
        xml.writeAttribute("most-rows", String.valueOf(test.mostRows()));
        xml.writeAttribute("elapsed-nanos", String.valueOf(test.elapsedNanos()));
        xml.writeAttribute("limited", String.valueOf(test.isLimited()));
        xml.writeAttribute("complete", String.valueOf(test.isComplete()));
        for (Finding finding : test.findings()) {
            xml.writeEmptyElement("met");
            xml.writeAttribute("finding", finding.id());
            xml.writeAttribute(
                    "statements", String.valueOf(finding.statementIds().size()));
        }
        xml.writeEndElement();
    }

    private static void write(Recurrence recurrence, XMLStreamWriter xml) throws XMLStreamException {
        Finding finding = recurrence.finding();
        CallSite origin = finding.origin();
        xml.writeEmptyElement("finding");
        xml.writeAttribute("id", finding.id());
        xml.writeAttribute("kind", finding.kind().name());
        xml.writeAttribute("verdict", finding.verdict().name());
        xml.writeAttribute("association", Sentences.associations(finding));
        xml.writeAttribute("origin", origin == null ? "" : origin.toString());
        xml.writeAttribute("fix", FixSentences.of(finding));
        xml.writeAttribute("statements", String.valueOf(recurrence.statements()));
        xml.writeAttribute("tests", String.valueOf(recurrence.tests()));
    }
}
