// Passes if in each run exactly the expected tests failed, each with the expected text, and others passed.
def reports = []
new File(basedir, 'target').eachDirRecurse { if (it.name == 'surefire-reports') reports << it }
assert reports

for (directory in reports) {
  def tests = directory.listFiles()
      .findAll { it.name ==~ /TEST-.*\.xml/ }
      .collectMany { new groovy.xml.XmlParser().parse(it).testcase }
  def failures = tests.findAll { it.failure || it.error }.collectEntries {
    [it.@classname.tokenize('.').last() + '.' + it.@name, (it.failure + it.error)*.text().join()]
  }

  assert failures.keySet() == expectedFailures.keySet()
  expectedFailures.each { test, text -> assert failures[test].contains(text) }
  assert tests.size() > failures.size()
}
