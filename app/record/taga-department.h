#pragma once

#include "taga-record.h"

G_BEGIN_DECLS

typedef enum
{
  TAGA_DEPARTMENT_NAME,
  TAGA_DEPARTMENT_HEAD,
  TAGA_DEPARTMENT_NOTE,
  TAGA_DEPARTMENT_N_FIELDS
} TagaDepartmentField;

#define TAGA_TYPE_DEPARTMENT (taga_department_get_type ())
G_DECLARE_FINAL_TYPE (TagaDepartment, taga_department, TAGA, DEPARTMENT, TagaRecord)

TagaDepartment *taga_department_new (void);

G_END_DECLS
