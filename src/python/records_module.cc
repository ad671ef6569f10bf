// bridle._records: what Python cannot do by itself. Three functions of the limited API, so that one
// build serves each Python from 3.11 on (docs/decisions/0019).
#define Py_LIMITED_API 0x030b0000
#include <Python.h>
#include <arrow/c/abi.h>
#include <arrow/c/bridge.h>

#include <memory>
#include <string>

#include "python/record_stream.h"

namespace {

using bridle::RecordStream;
using Opened = std::shared_ptr<RecordStream>;

// Null with Python's exception set: OSError for what cannot be read, ValueError for other files.
Opened open_stream(PyObject* path) {
  PyObject* bytes = nullptr;
  if (PyUnicode_FSConverter(path, &bytes) == 0) return nullptr;
  const std::string name = PyBytes_AsString(bytes);
  Py_DECREF(bytes);
  arrow::Result<Opened> opened;
  Py_BEGIN_ALLOW_THREADS;
  opened = RecordStream::open(name);
  Py_END_ALLOW_THREADS;
  if (opened.ok()) return *std::move(opened);
  PyErr_SetString(opened.status().IsInvalid() ? PyExc_ValueError : PyExc_OSError,
                  opened.status().message().c_str());
  return nullptr;
}

// Whoever takes what a capsule holds marks it as released; what nobody took ends with the capsule.
template <class Exported>
void end_capsule(PyObject* capsule) {
  auto* const held =
      static_cast<Exported*>(PyCapsule_GetPointer(capsule, PyCapsule_GetName(capsule)));
  if (held->release) held->release(held);
  delete held;
}

template <class Exported, class Fill>
PyObject* capsule_of(const char* name, const Fill& fill) {
  auto held = std::make_unique<Exported>();
  if (const arrow::Status filled = fill(held.get()); !filled.ok()) {
    PyErr_SetString(PyExc_OSError, filled.message().c_str());
    return nullptr;
  }
  PyObject* const capsule = PyCapsule_New(held.get(), name, end_capsule<Exported>);
  if (!capsule)
    held->release(held.get());
  else
    static_cast<void>(held.release());
  return capsule;
}

PyObject* stream(PyObject*, PyObject* path) {
  const Opened opened = open_stream(path);
  if (!opened) return nullptr;
  return capsule_of<ArrowArrayStream>("arrow_array_stream", [&](ArrowArrayStream* out) {
    return arrow::ExportRecordBatchReader(opened, out);
  });
}

PyObject* schema(PyObject*, PyObject* path) {
  const Opened opened = open_stream(path);
  if (!opened) return nullptr;
  return capsule_of<ArrowSchema>("arrow_schema", [&](ArrowSchema* out) {
    return arrow::ExportSchema(*opened->schema(), out);
  });
}

PyObject* rows(PyObject*, PyObject* path) {
  const Opened opened = open_stream(path);
  return opened ? PyLong_FromLongLong(opened->rows()) : nullptr;
}

PyMethodDef functions[] = {
    {"stream", stream, METH_O, "the records of a file, as a capsule of Arrow's C stream"},
    {"schema", schema, METH_O, "their columns, as a capsule of Arrow's C schema"},
    {"rows", rows, METH_O, "how many there are"},
    {nullptr, nullptr, 0, nullptr},
};

PyModuleDef definition = {
    .m_base = PyModuleDef_HEAD_INIT,
    .m_name = "bridle._records",
    .m_doc = nullptr,
    .m_size = 0,
    .m_methods = functions,
    .m_slots = nullptr,
    .m_traverse = nullptr,
    .m_clear = nullptr,
    .m_free = nullptr,
};

}  // namespace

PyMODINIT_FUNC PyInit__records() {
  return PyModule_Create(&definition);
}
